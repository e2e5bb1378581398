import { Modal } from '@mantine/core';
import { texts } from '../texts';
import { FolderChooser } from './FolderChooser';

/** The folder chooser over the workbench, where no native dialog is. */
export function ChooserDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={texts.chooser.title}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <FolderChooser onCancel={onClose} />
    </Modal>
  );
}
